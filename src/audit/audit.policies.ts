import { definePolicy } from '../auth/policy.js';

export const readAudit = definePolicy('audit.read', ['auditor']);
