package dev.stint.cli;

import dev.stint.client.JobFailedException;
import dev.stint.client.JobTimeoutException;
import dev.stint.client.NotFoundException;
import dev.stint.client.NotShippableException;
import dev.stint.client.RefusedException;
import dev.stint.client.RemoteException;
import dev.stint.client.StintException;
import dev.stint.client.StintUnavailableException;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One line about what went wrong, and the exit code that goes with it. */
final class Failures {
  private Failures() {}

  static int usage(Shell shell, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String message = message(e);
    boolean programOption = e instanceof UnmatchedArgumentException && command.equals("stint run");
    shell.say(
        "stint: "
            + message.lines().findFirst().orElse(message)
            + (programOption ? ". Put -- before the program's own arguments" : "")
            + ". See '"
            + command
            + " --help'");
    suggest(shell, e);
    return ExitCode.USAGE;
  }

  /** A word where a command belongs is no command; picocli calls it an argument with an index. */
  private static String message(ParameterException e) {
    CommandLine command = e.getCommandLine();
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !command.getSubcommands().isEmpty()) {
      String words =
          command.getCommandSpec().qualifiedName() + " " + unmatched.getUnmatched().get(0);
      return "there is no command '" + words + "'";
    }
    return e.getMessage() == null ? "wrong arguments" : e.getMessage();
  }

  private static void suggest(Shell shell, ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      UnmatchedArgumentException.printSuggestions(unmatched, shell.errWriter());
    }
  }

  static int report(Shell shell, Exception e) {
    shell.say("stint: " + message(e));
    if (!shell.environment().getOrDefault("STINT_DEBUG", "").isEmpty()) {
      e.printStackTrace(shell.err());
    }
    return code(e);
  }

  private static int code(Exception e) {
    return switch (e) {
      case CommandFailure failure -> failure.exitCode();
      case StintException stint -> code(stint);
      case CancellationException cancelled -> ExitCode.INTERRUPTED;
      case IllegalArgumentException usage -> ExitCode.USAGE;
      default -> ExitCode.JOB_FAILED;
    };
  }

  private static int code(StintException e) {
    return switch (e) {
      case JobFailedException failed -> ExitCode.JOB_FAILED;
      case RemoteException failed -> ExitCode.JOB_FAILED;
      case JobTimeoutException late -> ExitCode.TIMEOUT;
      case NotFoundException missing -> ExitCode.NOT_FOUND;
      case NotShippableException unreadable -> ExitCode.USAGE;
      case RefusedException refused -> ExitCode.CONFLICT;
      case StintUnavailableException away -> ExitCode.UNREACHABLE;
    };
  }

  private static String message(Exception e) {
    String text = e.getMessage();
    boolean expected =
        e instanceof CommandFailure
            || e instanceof StintException
            || e instanceof CancellationException
            || e instanceof IllegalArgumentException;
    if (expected && text != null) {
      return text;
    }
    return "something went wrong that should not ("
        + e
        + "). Set STINT_DEBUG=1 to see where, and report it";
  }
}
