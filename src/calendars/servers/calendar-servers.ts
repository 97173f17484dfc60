import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { rule } from '../../platform/errors/domain-error.js';
import { type AllowedAddress, allowedAddress, type CalendarHost, readHosts } from './calendar-hosts.js';
import { CalendarSession, type SessionLimits } from './calendar-session.js';
import { SERVER_PROBLEM_TEXTS, ServerProblem } from './server-problem.js';

/** The calendar servers that the operator has allowed, and no others. */
@Injectable()
export class CalendarServers {
  private readonly hosts: readonly CalendarHost[];

  constructor(config: Config) {
    this.hosts = readHosts(config.CALENDAR_HOSTS);
  }

  /**
   * An address that somebody typed, as it may be used.
   * @throws DomainError rule with the code of what is wrong with it, on the field `url`
   */
  accept(text: string): AllowedAddress {
    try {
      return allowedAddress(this.hosts, text);
    } catch (error) {
      if (!(error instanceof ServerProblem)) throw error;
      const title = SERVER_PROBLEM_TEXTS[error.code];
      throw rule(error.code, title, [{ field: 'url', code: error.code, message: title }]);
    }
  }

  /** Runs work that speaks with servers, and closes the connections after it. */
  async during<T>(limits: SessionLimits, work: (session: CalendarSession) => Promise<T>): Promise<T> {
    const session = new CalendarSession(this.hosts, limits);
    try {
      return await work(session);
    } finally {
      session.close();
    }
  }
}
