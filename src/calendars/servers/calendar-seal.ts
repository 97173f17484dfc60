import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { openSealed, seal } from '../../platform/sealing/sealed-bytes.js';

/** Seals what lets us into calendars: passwords of calendar servers, and the secret addresses of people's own calendars. */
@Injectable()
export class CalendarSeal {
  private readonly keys: readonly Buffer[];

  constructor(config: Config) {
    this.keys = config.sealingKeys;
  }

  /** Opens only at the same place, as `placeOf` names it. */
  seal(place: string, secret: string): Buffer {
    return seal(this.keys, place, Buffer.from(secret, 'utf8'));
  }

  /** Throws when the key is gone, or when it was sealed for another place. */
  open(place: string, sealed: Buffer): string {
    return openSealed(this.keys, place, sealed).toString('utf8');
  }
}
