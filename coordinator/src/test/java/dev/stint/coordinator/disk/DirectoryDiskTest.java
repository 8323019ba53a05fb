package dev.stint.coordinator.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stint.coordinator.BlobStore;
import dev.stint.coordinator.Disk;
import dev.stint.coordinator.DiskFullException;
import dev.stint.coordinator.StartupException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryDiskTest {
  @TempDir Path folder;

  @Test
  void what_is_appended_can_be_read_cut_and_replaced() throws Exception {
    try (DirectoryDisk disk = DirectoryDisk.open(folder)) {
      try (Disk.Appender file = disk.append("a/b")) {
        file.append("xhello".getBytes(StandardCharsets.UTF_8), 1, 5);
        file.sync();
        assertThat(file.size()).isEqualTo(5);
      }
      disk.truncate("a/b", 4);
      try (Disk.Appender file = disk.append("a/b")) {
        file.append(new byte[] {'!'}, 0, 1);
      }
      assertThat(disk.read("a/b", 1, 100)).asString().isEqualTo("ell!");
      disk.replace("a/b", new byte[] {1});
      assertThat(disk.size("a/b")).isEqualTo(1);
      assertThat(disk.list("a")).containsExactly("b");
      assertThat(disk.list("none")).isEmpty();
      assertThat(disk.size("none")).isEqualTo(-1);
      assertThatThrownBy(() -> disk.read("../x", 0, 1)).hasMessageContaining("outside");
    }
  }

  @Test
  void a_folder_is_held_by_one_coordinator_at_a_time() throws Exception {
    try (DirectoryDisk _ = DirectoryDisk.open(folder)) {
      assertThatThrownBy(() -> DirectoryDisk.open(folder))
          .isInstanceOfSatisfying(
              StartupException.class,
              e -> assertThat(e.kind()).isEqualTo(StartupException.Kind.CONFLICT))
          .hasMessageContaining("held by another coordinator");
    }
    DirectoryDisk.open(folder).close();
  }

  @Test
  void a_folder_that_cannot_be_made_is_one_sentence() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> DirectoryDisk.open(file))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("a file that is no folder has this name");
  }

  @Test
  void a_disk_that_is_really_full_is_recognised() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", small.toString()),
        "no small disk to fill: mounting one takes root on Linux");
    try {
      fill(small);
    } finally {
      run("umount", "-l", small.toString());
    }
  }

  private static void fill(Path small) throws Exception {
    try (DirectoryDisk disk = DirectoryDisk.open(small)) {
      BlobStore blobs = new BlobStore(disk);
      assertThatThrownBy(() -> blobs.put(new byte[1 << 20]))
          .isInstanceOf(DiskFullException.class)
          .hasMessageContaining("the disk under " + small + " is full");
      assertThat(disk.list("blobs/incoming")).isEmpty();
      assertThat(blobs.has(blobs.put(new byte[100]))).isTrue();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).inheritIO().start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
