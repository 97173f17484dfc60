import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

/**
 * The OpenAPI document of the JSON API, generated from the routes and from the validation rules of their bodies.
 * A body's rules stand once, in its class: what is refused is what is documented.
 */
@Injectable()
export class OpenApi {
  private app: NestFastifyApplication | null = null;
  private made: OpenAPIObject | null = null;

  /** Told once which application to describe. */
  describe(app: NestFastifyApplication): void {
    this.app = app;
  }

  /** Made at the first reading. @throws Error before `describe` */
  document(): OpenAPIObject {
    if (this.app === null) throw new Error('no application to describe');
    this.made ??= describeApplication(this.app);
    return this.made;
  }
}

function describeApplication(app: NestFastifyApplication): OpenAPIObject {
  const info = new DocumentBuilder().setTitle('Overgang').setVersion('1').addBearerAuth().build();
  const document = SwaggerModule.createDocument(app, info, { autoTagControllers: true });
  const schemas = validationMetadatasToSchemas({ refPointerPrefix: '#/components/schemas/' }) as NonNullable<OpenAPIObject['components']>['schemas'];
  return {
    ...document,
    paths: Object.fromEntries(Object.entries(document.paths).filter(([path]) => path.startsWith('/api/'))),
    components: { ...document.components, schemas: { ...document.components?.schemas, ...schemas } },
  };
}
