import { Gauge, type Registry } from 'prom-client';

/** A figure that goes up and down, in the registry given. */
export function gauge(registry: Registry, name: string, help: string, labelNames: string[] = []): Gauge {
  return new Gauge({ name, help, labelNames, registers: [registry] });
}
