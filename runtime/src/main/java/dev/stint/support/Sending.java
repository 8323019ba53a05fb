package dev.stint.support;

import dev.stint.Channel;

/** {@link Channel#sendAll}. */
public final class Sending {
  private Sending() {}

  public static <T> int sendAll(Channel<T> channel, Iterable<? extends T> messages) {
    int sent = 0;
    for (T message : messages) {
      channel.send(message);
      sent++;
    }
    return sent;
  }
}
