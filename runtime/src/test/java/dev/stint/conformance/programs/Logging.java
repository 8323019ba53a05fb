package dev.stint.conformance.programs;

import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A logger with a handler on System.err: the lines come in order, its settings hold. */
public final class Logging {
  private static final Logger LOG = logger();

  static final class Lines extends Formatter {
    @Override
    public String format(LogRecord record) {
      return record.getLevel() + " " + formatMessage(record) + "\n";
    }
  }

  private static Logger logger() {
    Logger log = Logger.getAnonymousLogger();
    ConsoleHandler handler = new ConsoleHandler();
    handler.setFormatter(new Lines());
    handler.setLevel(Level.ALL);
    log.setUseParentHandlers(false);
    log.addHandler(handler);
    log.setLevel(Level.FINE);
    return log;
  }

  public static void main(String[] args) {
    for (int i = 0; i < 4; i++) { // frozen here
      int turn = i;
      LOG.log(Level.INFO, "turn {0} of {1}", new Object[] {i, "four"});
      LOG.fine(() -> "lazy " + turn);
      LOG.finer("never");
      System.out.println(LOG.isLoggable(Level.FINE));
    }
    LOG.warning("last");
  }
}
