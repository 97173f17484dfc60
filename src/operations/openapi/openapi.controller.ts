import { Controller, Get } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { definePolicy, Policy } from '../../auth/policy.js';
import { OpenApi } from './openapi.js';

const readOpenApi = definePolicy('operations.openapi', 'public');

/** What other programs may rely on, in the words of the code itself. */
@Controller('api/openapi.json')
export class OpenApiController {
  constructor(private readonly openApi: OpenApi) {}

  @Get()
  @Policy(readOpenApi)
  read(): OpenAPIObject {
    return this.openApi.document();
  }
}
