package dev.stint.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.client.MainProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles the sources of {@code src/test/programs} and runs them plainly, to compare with. */
final class Programs {
  private Programs() {}

  static Path source(String name) {
    return Repository.root().resolve("integration-tests/src/test/programs/" + name + ".java");
  }

  /** Compiles one source file into {@code classes}; returns the folder. */
  static Path compile(Path source, Path classes) throws IOException {
    Files.createDirectories(classes);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                messages,
                messages,
                "-g",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString());
    assertThat(status).as(messages.toString()).isZero();
    return classes;
  }

  static MainProgram program(String name, Path classes, String... arguments) {
    return new MainProgram(name, List.of(arguments), List.of(classes), false);
  }

  /** Standard output of a plain {@code java} that runs the class. */
  static List<String> plainOutput(String name, Path classes, String... arguments) throws Exception {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    classes + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                    name),
                Stream.of(arguments))
            .toList();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).isZero();
    return output.lines().toList();
  }
}
