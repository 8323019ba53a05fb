package dev.stint.runtime;

/**
 * What a channel answers to a turn.
 *
 * @param <P> what is sent
 */
sealed interface ChannelAnswer<P> {

  /** The message has been taken or buffered; or the channel has been closed as asked. */
  record Done<P>() implements ChannelAnswer<P> {}

  /** A message. */
  record Received<P>(P message) implements ChannelAnswer<P> {}

  /** The channel is closed, and for a receive also empty. */
  record Closed<P>() implements ChannelAnswer<P> {}

  /** A try would have had to wait, or the turn was withdrawn before its time came. */
  record Nothing<P>() implements ChannelAnswer<P> {}

  /** A count. */
  record Count<P>(int value) implements ChannelAnswer<P> {}
}
