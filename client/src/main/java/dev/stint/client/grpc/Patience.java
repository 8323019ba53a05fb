package dev.stint.client.grpc;

import java.time.Duration;

/**
 * How long the client goes on when a coordinator does not answer.
 *
 * @param call bound on one unary call
 * @param transfer bound on the upload or download of one file
 * @param contact how long calls are repeated to a coordinator that has never answered: the address
 *     may be wrong
 * @param outage how long they are repeated to one that has answered before
 * @param pause between two tries
 */
record Patience(
    Duration call, Duration transfer, Duration contact, Duration outage, Duration pause) {
  static final Patience DEFAULT =
      new Patience(
          Duration.ofSeconds(20),
          Duration.ofMinutes(10),
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofMillis(200));
}
