import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

/** What the address of an item's page may carry besides the item. */
export class ItemQuery {
  @IsOptional() @IsString() @MaxLength(20)
  besked?: string;

  /** The row that the notice is about. */
  @IsOptional() @IsString() @MaxLength(40)
  raekke?: string;

  /** Offers everybody as owner of an action, not only those who take part. */
  @IsOptional() @IsIn(['ja'])
  alle?: string;
}
