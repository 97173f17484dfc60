import { Module } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { CprCipher } from './cpr-cipher.js';

/** The one cipher for CPR numbers, with the keys of the configuration. */
@Module({
  providers: [
    {
      provide: CprCipher,
      useFactory: (config: Config) => new CprCipher({ encryption: config.sealingKeys, index: config.indexKey }),
      inject: [Config],
    },
  ],
  exports: [CprCipher],
})
export class CprModule {}
