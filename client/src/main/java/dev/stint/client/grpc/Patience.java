package dev.stint.client.grpc;

import java.time.Duration;

/**
 * How long the client goes on when a coordinator does not answer.
 *
 * @param call bound on one unary call
 * @param transfer bound on the upload or download of one file
 * @param outage how long calls are repeated before the coordinator counts as unavailable
 * @param pause between two tries
 */
record Patience(Duration call, Duration transfer, Duration outage, Duration pause) {
  static final Patience DEFAULT =
      new Patience(
          Duration.ofSeconds(20),
          Duration.ofMinutes(10),
          Duration.ofMinutes(1),
          Duration.ofMillis(200));
}
