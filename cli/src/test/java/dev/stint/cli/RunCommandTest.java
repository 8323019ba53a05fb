package dev.stint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.client.MainProgram;
import dev.stint.client.OutputPart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  private final FakeCluster cluster = new FakeCluster();

  @TempDir Path dir;

  @Test
  void a_source_file_is_compiled_and_its_output_comes_back_in_order() throws Exception {
    cluster.output =
        List.of(
            new OutputPart(0, false, "one\n".getBytes()),
            new OutputPart(4, true, "oops\n".getBytes()),
            new OutputPart(9, false, "two\n".getBytes()));
    Path source = source("Count.java", "class Count { public static void main(String[] a) {} }");

    Invocation result = run(source.toString(), "5000000", "--", "-x");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo("one\ntwo\n");
    assertThat(result.err()).isEqualTo("oops\n");
    MainProgram program = cluster.programs.getFirst();
    assertThat(program.className()).isEqualTo("Count");
    assertThat(program.arguments()).containsExactly("5000000", "-x");
    assertThat(program.input()).isTrue();
    assertThat(cluster.specs.getFirst().name()).isEqualTo("Count");
  }

  @Test
  void a_compact_source_file_and_one_in_a_package_have_their_main_classes() throws Exception {
    run(source("Hi.java", "void main() { IO.println(1); }").toString());
    run(
        source("com/acme/App.java", "package com.acme; record App(int x) { static void main() {} }")
            .toString());
    assertThat(cluster.programs)
        .extracting(MainProgram::className)
        .containsExactly("Hi", "com.acme.App");
  }

  @Test
  void sources_beside_the_first_are_found() throws Exception {
    source("Other.java", "class Other { static int x; }");
    Path main = source("Main.java", "class Main { void main() { Other.x++; } }");
    assertThat(run(main.toString()).exitCode()).isZero();
  }

  @Test
  void compile_errors_are_shown_as_javac_does_and_nothing_is_sent() throws Exception {
    Path source = source("Bad.java", "class Bad { int x = \"no\"; }");
    Invocation result = run(source.toString());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("Bad.java:1: error: incompatible types", "1 error", "stint: compilation failed");
    assertThat(cluster.programs).isEmpty();
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    Invocation result = run("Nowhere.java");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).startsWith("stint: Nowhere.java is not there").hasLineCount(1);
  }

  @Test
  void what_is_neither_source_nor_jar_is_wrong_usage() {
    Invocation result = run("Count");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("'Count' is no program");
  }

  @Test
  void an_unknown_main_class_is_named() throws Exception {
    Path source = source("Count.java", "class Count { void main() {} }");
    Invocation result = run(source.toString(), "--main", "com.acme.Main");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("no class com.acme.Main in the program");
  }

  @Test
  void a_jar_runs_its_own_main_class() throws Exception {
    Path jar = jar("app.jar", "com.acme.Main", "com/acme/Main.class");
    assertThat(run(jar.toString(), "a").exitCode()).isZero();
    assertThat(cluster.programs.getFirst().className()).isEqualTo("com.acme.Main");
    assertThat(cluster.programs.getFirst().classpath()).containsExactly(jar);
  }

  @Test
  void a_jar_without_a_main_class_asks_for_one() throws Exception {
    Invocation result = run(jar("app.jar", null, "com/acme/Main.class").toString());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("names no main class").contains("--main CLASS");
  }

  @Test
  void a_corrupt_jar_is_named() throws Exception {
    Path jar = Files.writeString(dir.resolve("broken.jar"), "no zip");
    Invocation result = run(jar.toString());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("broken.jar is not a readable jar").hasLineCount(1);
  }

  @Test
  void options_reach_the_spec_and_detach_prints_the_id() throws Exception {
    Path data = Files.writeString(dir.resolve("data.csv"), "1");
    Path source = source("Count.java", "class Count { void main() {} }");
    Invocation result =
        run(
            source.toString(),
            "--detach",
            "--torture",
            "7",
            "--name",
            "nightly",
            "--file",
            "in.csv=" + data);
    assertThat(result.out()).isEqualTo("j7\n");
    assertThat(cluster.specs.getFirst().torture()).isEqualTo(7);
    assertThat(cluster.specs.getFirst().name()).isEqualTo("nightly");
    assertThat(cluster.specs.getFirst().files()).containsEntry("in.csv", data);
    assertThat(cluster.programs.getFirst().input()).isFalse();
  }

  @Test
  void a_program_without_a_main_method_is_refused_before_it_is_sent() throws Exception {
    Path source = source("Nom.java", "class Nom { private static void main() {} int main; }");
    Invocation result = run(source.toString());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "stint: "
                + source
                + " has no main method: add 'void main()' or 'public static void main(String[]"
                + " args)' to its first class, Nom, or name another class with --main\n");
    assertThat(cluster.programs).isEmpty();
  }

  @Test
  void an_inherited_main_method_is_one() throws Exception {
    Path source =
        source("Sub.java", "class Sub extends Sup {} class Sup { static void main() {} }");
    assertThat(run(source.toString()).exitCode()).isZero();
  }

  private Invocation run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "run";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Invocation.of(cluster, all);
  }

  private Path source(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path jar(String name, String mainClass, String entry) throws IOException {
    Path jar = dir.resolve(name);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (mainClass != null) {
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out, manifest)) {
      zip.putNextEntry(new ZipEntry(entry));
    }
    return jar;
  }
}
