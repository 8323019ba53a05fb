package dev.stint.runtime;

/** What can be asked of a channel. */
enum ChannelOp {
  SEND("a receiver on"),
  RECEIVE("a message on"),
  TRY_SEND("an answer of"),
  TRY_RECEIVE("an answer of"),
  SEND_EXCEPTION("a receiver on"),
  CLOSE("an answer of"),
  BALANCE("an answer of");

  private final String text;

  ChannelOp(String text) {
    this.text = text;
  }

  /** In words, to follow "waits for" and be followed by the channel. */
  String text() {
    return text;
  }

  /** Whether the answer may have to wait for somebody else. */
  boolean mayWait() {
    return this == SEND || this == RECEIVE || this == SEND_EXCEPTION;
  }
}
