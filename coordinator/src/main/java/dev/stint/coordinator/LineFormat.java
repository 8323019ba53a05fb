package dev.stint.coordinator;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The process's log on standard error: one line a record, with the time, how serious it is, and the
 * words; a failure behind it as its causes' messages, its stack only when something is a bug.
 */
final class LineFormat extends Formatter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  /** Libraries speak up only when something is wrong. */
  private static final List<String> QUIET =
      List.of("io.grpc", "com.hazelcast", "io.netty", "io.perfmark");

  /** Its failures reach us as failures too, and its warnings are its normal life. */
  private static final String RAFT = "io.microraft";

  /** Warns that a group of one is a group of one. */
  private static final String HAZELCAST_MEMBER = "com.hazelcast.instance.impl.Node";

  /** Warns of streams whose other side has gone, which the desks hear of anyway. */
  private static final String GRPC_STREAMS =
      "io.grpc.netty.shaded.io.grpc.netty.NettyServerHandler";

  /** A logger that nobody refers to is forgotten, with its level. */
  private static final List<Logger> KEPT = new CopyOnWriteArrayList<>();

  /** Sends all records to standard error in this format. */
  static void install() {
    Logger root = Logger.getLogger("");
    for (var handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    ConsoleHandler handler = new ConsoleHandler();
    handler.setFormatter(new LineFormat());
    root.addHandler(handler);
    root.setLevel(Level.INFO);
    QUIET.forEach(name -> setLevel(name, Level.WARNING));
    setLevel(HAZELCAST_MEMBER, Level.SEVERE);
    setLevel(GRPC_STREAMS, Level.SEVERE);
    setLevel(RAFT, Level.OFF);
  }

  private static void setLevel(String name, Level level) {
    Logger logger = Logger.getLogger(name);
    logger.setLevel(level);
    KEPT.add(logger);
  }

  @Override
  public String format(LogRecord entry) {
    Instant at = entry.getInstant();
    StringBuilder line = new StringBuilder(TIME.format(at.atZone(ZoneId.systemDefault())));
    if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
      line.append(entry.getLevel() == Level.WARNING ? " warning:" : " error:");
    }
    line.append(' ').append(formatMessage(entry).replace("\n", " | "));
    for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
      line.append(": ").append(cause);
    }
    line.append(System.lineSeparator());
    Throwable thrown = entry.getThrown();
    if (thrown != null && entry.getLevel() == Level.SEVERE) {
      for (StackTraceElement frame : thrown.getStackTrace()) {
        line.append("    at ").append(frame).append(System.lineSeparator());
      }
    }
    return line.toString();
  }
}
