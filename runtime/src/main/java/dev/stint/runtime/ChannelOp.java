package dev.stint.runtime;

import dev.stint.Channel;
import dev.stint.spi.TaskletSteps;

/** What can be asked of a channel. */
enum ChannelOp {
  SEND("a receiver on"),
  RECEIVE("a message on"),
  TRY_SEND("an answer of"),
  TRY_RECEIVE("an answer of"),
  SEND_EXCEPTION("a receiver on"),
  CLOSE("an answer of"),
  TRY_SEND_EXCEPTION("an answer of"),
  BALANCE("an answer of"),
  REOPEN("an answer of"),
  /** To be told who goes first, as {@link #sign} has it. */
  PREFERENCE("an answer of"),
  PREFER_RECEIVER("an answer of"),
  PREFER_SENDER("an answer of"),
  PREFER_NEITHER("an answer of"),
  /** To be told when a receive would not have to wait. */
  AWAIT_RECEIVE("a message on"),
  /** To be told when a send would not have to wait. */
  AWAIT_SEND("a receiver on"),
  /** To be told when either would not have to wait. */
  AWAIT_EITHER("a message or a receiver on"),
  /** To be told when it is closed and empty. */
  AWAIT_CLOSED("the end of");

  private final String text;

  ChannelOp(String text) {
    this.text = text;
  }

  /** The watch for what {@link TaskletSteps#awaitAny} calls interests. */
  static ChannelOp watching(int interests) {
    return switch (interests) {
      case TaskletSteps.RECEIVE -> AWAIT_RECEIVE;
      case TaskletSteps.SEND -> AWAIT_SEND;
      case TaskletSteps.RECEIVE + TaskletSteps.SEND -> AWAIT_EITHER;
      default -> AWAIT_CLOSED;
    };
  }

  /** In words, to follow "waits for" and be followed by the channel. */
  String text() {
    return text;
  }

  /** Whether it is answered when something that might be done has become possible. */
  boolean isWatch() {
    return compareTo(AWAIT_RECEIVE) >= 0;
  }

  /** Whether it is a watch for what can be received. */
  boolean watchesReceive() {
    return this == AWAIT_RECEIVE || this == AWAIT_EITHER;
  }

  /** Whether it is a watch for what can be sent. */
  boolean watchesSend() {
    return this == AWAIT_SEND || this == AWAIT_EITHER;
  }

  /** As Stackless has it: below zero is the receiver, above it the sender. */
  static int sign(Channel.Preference first) {
    return switch (first) {
      case RECEIVER -> -1;
      case NEITHER -> 0;
      case SENDER -> 1;
    };
  }

  /** What {@link #sign} made a number of. */
  static Channel.Preference preference(int sign) {
    if (sign == 0) {
      return Channel.Preference.NEITHER;
    }
    return sign < 0 ? Channel.Preference.RECEIVER : Channel.Preference.SENDER;
  }

  /** The one that sets who goes first. */
  static ChannelOp preferring(Channel.Preference first) {
    return switch (first) {
      case RECEIVER -> PREFER_RECEIVER;
      case SENDER -> PREFER_SENDER;
      case NEITHER -> PREFER_NEITHER;
    };
  }

  /** The one that does the same if that needs no waiting. */
  ChannelOp orNothing() {
    return switch (this) {
      case SEND -> TRY_SEND;
      case RECEIVE -> TRY_RECEIVE;
      case SEND_EXCEPTION -> TRY_SEND_EXCEPTION;
      default -> this;
    };
  }

  /** Whether it brings a message or an exception. */
  boolean sends() {
    return this == SEND || this == TRY_SEND || this == SEND_EXCEPTION || this == TRY_SEND_EXCEPTION;
  }

  /** Whether it takes a message. */
  boolean receives() {
    return this == RECEIVE || this == TRY_RECEIVE;
  }

  /** Whether the answer may have to wait for somebody else. */
  boolean mayWait() {
    return this == SEND || this == RECEIVE || this == SEND_EXCEPTION;
  }
}
