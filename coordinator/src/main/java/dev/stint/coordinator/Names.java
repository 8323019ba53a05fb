package dev.stint.coordinator;

import dev.stint.cluster.CellId;
import dev.stint.cluster.JobId;
import dev.stint.cluster.NodeId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that come from outside, checked. Refusals are {@link RequestException}s for users. */
public final class Names {
  /** A job's id is also the name of a file. */
  private static final Pattern JOB = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  private static final Pattern TASKLET = Pattern.compile("c?([1-9][0-9]{0,17})(\\.[0-9]+)?");

  private Names() {}

  /** A job's id: at most 64 letters, digits, hyphens and underscores. */
  public static JobId job(String id) {
    if (!JOB.matcher(id).matches()) {
      throw new RequestException(
          RequestException.Category.INVALID,
          "'"
              + id
              + "' is no job id: it has 1 to 64 letters, digits, '-' and '_', and begins with a"
              + " letter or digit");
    }
    return new JobId(id);
  }

  /** The cell of a tasklet's id, such as c42.0. */
  public static CellId cell(String tasklet) {
    Matcher matcher = TASKLET.matcher(tasklet);
    if (!matcher.matches()) {
      throw new RequestException(
          RequestException.Category.INVALID,
          "'" + tasklet + "' is no tasklet id; it looks like c42.0, as 'tasklet ls' shows");
    }
    return new CellId(Long.parseLong(tasklet, matcher.start(1), matcher.end(1), 10));
  }

  /** A node's name. */
  public static NodeId node(String name) {
    try {
      return new NodeId(name);
    } catch (IllegalArgumentException e) {
      throw new RequestException(
          RequestException.Category.INVALID, "no node's name: " + e.getMessage());
    }
  }
}
