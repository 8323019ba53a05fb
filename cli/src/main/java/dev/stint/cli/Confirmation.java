package dev.stint.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Locale;

/** Asks the person in front of the terminal before what cannot be taken back. */
final class Confirmation {
  private Confirmation() {}

  /**
   * Returns if it may be done: by {@code --yes}, by an answer, or because nobody is there to ask.
   *
   * @throws CommandFailure if the person says no
   */
  static void require(Shell shell, ChangeOptions change, String question) {
    if (change.yes || !shell.terminal()) {
      return;
    }
    shell.err().print(question + " [y/N] ");
    shell.err().flush();
    String answer = answer(shell).strip().toLowerCase(Locale.ROOT);
    if (!answer.equals("y") && !answer.equals("yes")) {
      throw new CommandFailure(ExitCode.INTERRUPTED, "nothing was done");
    }
  }

  private static String answer(Shell shell) {
    try {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(shell.in(), shell.out().charset()));
      String line = reader.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      return "";
    }
  }
}
