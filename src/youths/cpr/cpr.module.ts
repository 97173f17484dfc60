import { Module } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { CprCipher, parseCprKeys } from './cpr-cipher.js';

/** The one cipher for CPR numbers, with the keys of the configuration. */
@Module({
  providers: [
    {
      provide: CprCipher,
      useFactory: (config: Config) => new CprCipher(parseCprKeys(config.CPR_KEY, config.CPR_INDEX_KEY)),
      inject: [Config],
    },
  ],
  exports: [CprCipher],
})
export class CprModule {}
