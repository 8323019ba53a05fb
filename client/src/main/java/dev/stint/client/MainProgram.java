package dev.stint.client;

import java.nio.file.Path;
import java.util.List;

/**
 * A program with a {@code main} method that need not know of Stint.
 *
 * @param className binary name of the main class
 * @param arguments what {@code main} gets
 * @param classpath jars and folders with its classes, in order
 * @param input whether {@link Job#input} will feed its {@code System.in}, which is empty otherwise
 */
public record MainProgram(
    String className, List<String> arguments, List<Path> classpath, boolean input) {
  public MainProgram {
    arguments = List.copyOf(arguments);
    classpath = List.copyOf(classpath);
  }
}
