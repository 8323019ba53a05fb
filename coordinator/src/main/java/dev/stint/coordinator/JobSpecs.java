package dev.stint.coordinator;

import dev.stint.cluster.Digest;
import dev.stint.cluster.JobRequest;
import dev.stint.proto.JobDefinition;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the coordinator keeps with a job in the log, beside what the authority itself reads. */
final class JobSpecs {
  private static final String DEFINITION = "definition";
  private static final String LABEL = "label.";

  private JobSpecs() {}

  /** What is kept of a definition that lies in a blob. */
  static SortedMap<String, String> of(JobDefinition definition, Digest blob) {
    TreeMap<String, String> spec = new TreeMap<>();
    spec.put(DEFINITION, blob.hex());
    definition.getSettings().getLabelsMap().forEach((key, value) -> spec.put(LABEL + key, value));
    return spec;
  }

  /** The digest, in hexadecimal, of the blob with the whole definition. */
  static String definition(JobRequest request) {
    String digest = request.spec().get(DEFINITION);
    if (digest == null) {
      throw new IllegalStateException("job " + request.id() + " was kept without its definition");
    }
    return digest;
  }

  /** Labels that a node must have to run the job. */
  static SortedMap<String, String> labels(JobRequest request) {
    TreeMap<String, String> labels = new TreeMap<>();
    for (Map.Entry<String, String> each : request.spec().tailMap(LABEL).entrySet()) {
      if (each.getKey().startsWith(LABEL)) {
        labels.put(each.getKey().substring(LABEL.length()), each.getValue());
      }
    }
    return labels;
  }
}
