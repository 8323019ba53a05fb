package dev.stint.examples.census;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the simple names in trees that stand for types. */
final class TypeNames extends TreeScanner<@Nullable Void, @Nullable Void> {
  final Map<String, Integer> counts = new HashMap<>();

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    counts.merge(tree.getName().toString(), 1, Integer::sum);
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    counts.merge(tree.getIdentifier().toString(), 1, Integer::sum);
    return null;
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void unused) {
    return scan(tree.getAnnotationType(), null);
  }
}
