package dev.stint.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A noun whose verbs are methods: alone it does nothing. */
abstract class Verbs implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public final void run() {
    CommandSpec self = spec;
    if (self == null) {
      throw new IllegalStateException("a command runs through its parser only");
    }
    throw new ParameterException(
        self.commandLine(), "say what to do: " + String.join(", ", self.subcommands().keySet()));
  }
}
