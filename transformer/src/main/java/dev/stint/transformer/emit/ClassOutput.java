package dev.stint.transformer.emit;

import dev.stint.transformer.PinnedSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What writing one class yields. */
public final class ClassOutput {
  private final Map<String, byte[]> classes = new LinkedHashMap<>();
  private final List<PinnedSite> pinnedSites = new ArrayList<>();
  private int suspendableMethods;
  private int suspensionPoints;

  void generated(Map.Entry<String, byte[]> classFile) {
    classes.put(classFile.getKey(), classFile.getValue());
  }

  void pinned(PinnedSite site) {
    pinnedSites.add(site);
  }

  void suspendable(int points) {
    suspendableMethods++;
    suspensionPoints += points;
  }

  /** The class itself and its frame classes, by internal name. */
  public Map<String, byte[]> classes() {
    return classes;
  }

  public List<PinnedSite> pinnedSites() {
    return pinnedSites;
  }

  public int suspendableMethods() {
    return suspendableMethods;
  }

  public int suspensionPoints() {
    return suspensionPoints;
  }
}
