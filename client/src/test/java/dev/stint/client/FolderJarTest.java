package dev.stint.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderJarTest {
  @TempDir Path dir;

  @Test
  void the_same_files_give_the_same_bytes_whatever_their_order_and_times() throws Exception {
    Path first = folder("first", "b/B.class", "a/A.class", "a.txt");
    Path second = folder("second", "a.txt", "a/A.class", "b/B.class");
    Files.setLastModifiedTime(second.resolve("a.txt"), FileTime.fromMillis(1_000_000));

    assertThat(pack(first)).isEqualTo(pack(second));
  }

  @Test
  void another_content_or_name_gives_other_bytes() throws Exception {
    byte[] before = pack(folder("one", "A.class"));
    Path changed = folder("two", "A.class");
    Files.writeString(changed.resolve("A.class"), "changed");

    assertThat(pack(changed)).isNotEqualTo(before);
    assertThat(pack(folder("three", "B.class"))).isNotEqualTo(before);
  }

  @Test
  void it_is_a_jar_with_all_files() throws Exception {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(pack(folder("x", "p/q/R.class", "s.txt"))))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        names.add(e.getName() + "=" + new String(zip.readAllBytes()));
      }
    }
    assertThat(names).containsExactly("p/q/R.class=p/q/R.class", "s.txt=s.txt");
  }

  private Path folder(String name, String... files) throws IOException {
    Path folder = dir.resolve(name);
    for (String file : files) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), file);
    }
    return folder;
  }

  private static byte[] pack(Path folder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FolderJar.pack(folder, out);
    return out.toByteArray();
  }
}
