import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { type AccessPolicy, POLICY } from '../../src/auth/policy.js';
import type { TestApp } from '../support/app.js';

export interface Route {
  /** 'GET /api/v1/youths/:id' */
  readonly name: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  /** Undefined where nobody may enter. */
  readonly policy: AccessPolicy | undefined;
}

const scanner = new MetadataScanner();

/** Every route of the running application, as its controllers declare them. */
export function routesOf(app: TestApp): Route[] {
  const modules = [...app.nest.get(ModulesContainer).values()];
  const controllers = new Set(modules.flatMap((module) => [...module.controllers.values()].map(({ metatype }) => metatype as Type)));
  return [...controllers].flatMap(routesOfController).sort((a, b) => a.name.localeCompare(b.name));
}

function routesOfController(controller: Type): Route[] {
  const root = Reflect.getMetadata(PATH_METADATA, controller) as string;
  return scanner.getAllMethodNames(controller.prototype as object).flatMap((method) => {
    const handler = (controller.prototype as Record<string, object>)[method] as object;
    const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (verb === undefined) return [];
    const tail = Reflect.getMetadata(PATH_METADATA, handler) as string;
    const path = `/${[root, tail].map((part) => part.replace(/^\/|\/$/g, '')).filter((part) => part !== '').join('/')}`;
    const policy = (Reflect.getMetadata(POLICY, handler) ?? Reflect.getMetadata(POLICY, controller)) as AccessPolicy | undefined;
    const name = RequestMethod[verb];
    return [{ name: `${name} ${path}`, method: name.toLowerCase() as Route['method'], path, policy }];
  });
}

/** The names of the parameters of a path. */
export function parametersOf({ path }: Pick<Route, 'path'>): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
}

/** The path with its parameters filled in. */
export function fill({ path }: Pick<Route, 'path'>, values: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? `missing-${name}`);
}
