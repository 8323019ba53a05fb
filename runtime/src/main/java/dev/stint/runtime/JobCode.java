package dev.stint.runtime;

import java.nio.file.Path;
import java.util.List;

/**
 * The code of a job.
 *
 * @param bundleDigest names the class path and its order by content, in hexadecimal; images carry
 *     it
 * @param classPath jars and folders of class files, in class path order
 * @param roots binary names of the classes that the job begins with: its main class, or the classes
 *     that capture the bodies submitted. The class path entries that hold them are the job's own
 *     code, all of which is transformed; of other entries, what is reachable from it
 */
public record JobCode(String bundleDigest, List<Path> classPath, List<String> roots) {
  public JobCode {
    classPath = List.copyOf(classPath);
    roots = List.copyOf(roots);
  }
}
