package dev.stint.runtime;

import dev.stint.Tasklet;
import java.util.Set;

/**
 * The classes of Stint's API, which all jobs share with the runtime. The client's are among them: a
 * program that submits itself mentions them, though its tasklets rarely use them.
 */
final class ApiClasses {
  private static final String PACKAGE = Tasklet.class.getPackageName() + ".";

  /** Top-level names in the API's package; users' own packages below it are not API. */
  private static final Set<String> TOP_LEVEL =
      Set.of(
          "Tasklet",
          "TaskletId",
          "TaskletStatus",
          "TaskletFailedException",
          "TaskletTimeoutException",
          "Scope",
          "DeadlockException",
          "Channel",
          "ChannelClosedException",
          "SharedMap",
          "AnchoredException");

  private static final String CLIENT = PACKAGE + "client.";

  private ApiClasses() {}

  /** Whether a class, by binary name, belongs to the API. */
  static boolean contains(String name) {
    if (name.startsWith(CLIENT)) {
      return true;
    }
    if (!name.startsWith(PACKAGE)) {
      return false;
    }
    int nested = name.indexOf('$');
    return TOP_LEVEL.contains(
        name.substring(PACKAGE.length(), nested < 0 ? name.length() : nested));
  }
}
