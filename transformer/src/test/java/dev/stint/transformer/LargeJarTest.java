package dev.stint.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.transformer.harness.MemoryLoader;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Two libraries that were not written for us, whole. */
class LargeJarTest {
  @Test
  void every_class_verifies_when_every_call_is_a_suspension_point() throws Exception {
    for (Class<?> library :
        List.of(org.assertj.core.api.Assertions.class, net.bytebuddy.ByteBuddy.class)) {
      Map<String, byte[]> classes = classesOf(library);
      TransformedProgram program =
          Transformer.transform(
              Program.of(name -> classes.get(name), classes),
              IntrinsicTable.EMPTY,
              new TransformOptions(true));
      assertThat(program.report().suspensionPoints()).isGreaterThan(10_000);
      assertThat(rejected(program)).isEmpty();
      assertThat(notTransformed(program)).isEmpty();
    }
  }

  @Test
  void every_class_verifies_as_it_is_transformed_for_a_job() throws Exception {
    Map<String, byte[]> classes = classesOf(org.assertj.core.api.Assertions.class);
    TransformedProgram program =
        Transformer.transform(Program.of(name -> classes.get(name), classes), IntrinsicTable.EMPTY);
    assertThat(program.report().suspendableMethods()).isGreaterThan(100);
    assertThat(rejected(program)).isEmpty();
    assertThat(notTransformed(program)).isEmpty();
  }

  private static List<PinnedSite> notTransformed(TransformedProgram program) {
    return program.report().pinnedSites().stream()
        .filter(s -> s.reason() == PinReason.NOT_TRANSFORMED)
        .toList();
  }

  /** What HotSpot's verifier says; a class is linked, not initialized. */
  private static List<String> rejected(TransformedProgram program) {
    MemoryLoader loader = new MemoryLoader(program.classes());
    List<String> rejected = new ArrayList<>();
    for (String name : program.classes().keySet()) {
      try {
        Class<?> type = Class.forName(name.replace('/', '.'), false, loader);
        MethodHandles.privateLookupIn(type, MethodHandles.lookup()).ensureInitialized(type);
      } catch (NoSuchMethodError e) {
        // An initializer of the stress variant calls a form that the JDK does not have.
        if (!e.getMessage().contains("dev.stint.abi.Ctx")) {
          rejected.add(name + ": " + e);
        }
      } catch (VerifyError | ClassFormatError | IncompatibleClassChangeError e) {
        rejected.add(name + ": " + e);
      } catch (Throwable missingOrFailing) {
        // An optional dependency that is not there, or an initializer that needs one.
      }
    }
    return rejected;
  }

  private static Map<String, byte[]> classesOf(Class<?> library) throws Exception {
    Path jar = Path.of(library.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<String, byte[]> classes = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (isClass(entry.getName())) {
          classes.put(entry.getName().replace(".class", ""), read(zip, entry));
        }
      }
    }
    return classes;
  }

  private static boolean isClass(String name) {
    return name.endsWith(".class") && !name.startsWith("META-INF") && !name.contains("-info");
  }

  private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
    try (var in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
