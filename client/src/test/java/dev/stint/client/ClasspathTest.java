package dev.stint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClasspathTest {
  @TempDir Path dir;

  @Test
  void jars_and_folders_stay_in_order_and_what_is_not_there_is_left_out() throws Exception {
    Path jar = jar("a.jar", "X-Any", "1");
    Path folder = Files.createDirectories(dir.resolve("classes"));
    assertThat(Classpath.of(List.of(jar, dir.resolve("missing.jar"), folder, jar)))
        .containsExactly(jar, folder);
  }

  @Test
  void a_manifest_brings_more_jars() throws Exception {
    Path one = jar("lib/one.jar", "X-Any", "1");
    Path app = jar("app.jar", "Class-Path", "lib/one.jar lib/absent.jar");
    assertThat(Classpath.of(List.of(app))).containsExactly(app, one);
  }

  @Test
  void modules_of_stint_are_not_shipped_but_its_examples_are() throws Exception {
    Path client = jar("client.jar", "Stint-Module", "stint-client");
    Path examples = jar("examples.jar", "Stint-Module", "stint-examples");
    Path classes = Files.createDirectories(dir.resolve("target/classes"));
    Files.createDirectories(classes.resolve("dev/stint/client"));
    Files.writeString(classes.resolve("dev/stint/client/package-info.class"), "");
    assertThat(Classpath.of(List.of(client, examples, classes))).containsExactly(examples);
  }

  @Test
  void this_program_ships_its_tests_but_no_module_of_stint() {
    List<Path> entries = Classpath.ofThisProgram(getClass().getClassLoader());
    assertThat(entries).anyMatch(path -> path.endsWith("client/target/test-classes"));
    assertThat(entries).noneMatch(path -> path.endsWith("client/target/classes"));
    assertThat(entries).noneMatch(path -> path.endsWith("api/target/classes"));
    assertThat(entries).noneMatch(path -> path.endsWith("proto/target/classes"));
    assertThat(entries).noneMatch(path -> path.endsWith("image/target/classes"));
  }

  @Test
  void what_url_class_loaders_add_is_found() throws Exception {
    Path jar = jar("plugin.jar", "X-Any", "1");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      assertThat(Classpath.ofThisProgram(loader)).contains(jar);
    }
  }

  @Test
  void a_corrupt_jar_is_refused_by_name() throws Exception {
    Path jar = Files.writeString(dir.resolve("broken.jar"), "this is no zip");
    assertThatThrownBy(() -> Classpath.of(List.of(jar)))
        .isInstanceOf(NotShippableException.class)
        .hasMessageContaining("broken.jar is not a readable jar")
        .hasMessageContaining("Build it again");
  }

  private Path jar(String name, String attribute, String value) throws IOException {
    Path jar = dir.resolve(name);
    Files.createDirectories(jar.getParent());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue(attribute, value);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out, manifest)) {
      zip.putNextEntry(new ZipEntry("some/Thing.class"));
      zip.write(name.getBytes());
    }
    return jar;
  }
}
