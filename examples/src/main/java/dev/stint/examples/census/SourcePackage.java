package dev.stint.examples.census;

import java.io.Serializable;
import java.util.List;

/**
 * The source files of one folder.
 *
 * @param module the folder above it that has a {@code module-info.java}, or an empty string
 * @param name the folder below that, with dots
 * @param files the paths of its files in the archive, in order
 */
public record SourcePackage(String module, String name, List<String> files)
    implements Serializable {
  public SourcePackage {
    files = List.copyOf(files);
  }
}
