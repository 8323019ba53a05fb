package dev.stint.examples.census;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks one file's tree and counts. Longer than most files here because a tree has many kinds of
 * node; each method handles one.
 */
final class SourceVisitor extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final String path;
  private final CompilationUnitTree unit;
  private final Trees trees;
  private final Publication publication;
  private final TypeNames types = new TypeNames();
  private final Map<String, Integer> identifiers = new HashMap<>();
  private final List<MethodFigures> methods = new ArrayList<>();
  private MethodTally method = new MethodTally();
  private String typeName = "";

  /** What a method adds up to while its body is walked. */
  private static final class MethodTally {
    int complexity = 1;
    int depth;
    int deepest;
  }

  SourceVisitor(String path, CompilationUnitTree unit, Trees trees) {
    this.path = path;
    this.unit = unit;
    this.trees = trees;
    this.publication = new Publication(trees);
  }

  FileFigures figures(int lines) {
    return new FileFigures(
        true,
        lines,
        publication.published(),
        publication.documented(),
        methods,
        identifiers,
        types.counts);
  }

  private int line(long position) {
    return (int) unit.getLineMap().getLineNumber(position);
  }

  private void nested(@Nullable Tree tree) {
    method.depth++;
    method.deepest = Math.max(method.deepest, method.depth);
    scan(tree, null);
    method.depth--;
  }

  private void loop(@Nullable StatementTree body) {
    method.complexity++;
    nested(body);
  }

  private void name(CharSequence name) {
    String text = name.toString();
    if (!text.equals("this") && !text.equals("super")) {
      identifiers.merge(text, 1, Integer::sum);
    }
  }

  @Override
  public @Nullable Void visitPackage(PackageTree tree, @Nullable Void unused) {
    return null;
  }

  @Override
  public @Nullable Void visitImport(ImportTree tree, @Nullable Void unused) {
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    String outer = typeName;
    MethodTally enclosing = method;
    method = new MethodTally();
    String simple = tree.getSimpleName().toString();
    typeName = simple.isEmpty() ? outer : outer.isEmpty() ? simple : outer + "." + simple;
    publication.enter(getCurrentPath(), tree);
    scan(tree.getModifiers(), null);
    types.scan(tree.getTypeParameters(), null);
    types.scan(tree.getExtendsClause(), null);
    types.scan(tree.getImplementsClause(), null);
    types.scan(tree.getPermitsClause(), null);
    scan(tree.getMembers(), null);
    publication.leave();
    typeName = outer;
    method = enclosing;
    return null;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    publication.method(getCurrentPath(), tree);
    MethodTally enclosing = method;
    method = new MethodTally();
    scan(tree.getModifiers(), null);
    types.scan(tree.getReturnType(), null);
    types.scan(tree.getTypeParameters(), null);
    scan(tree.getParameters(), null);
    types.scan(tree.getThrows(), null);
    publication.enterBody();
    scan(tree.getBody(), null);
    publication.leave();
    scan(tree.getDefaultValue(), null);
    if (tree.getBody() != null) {
      int first = line(trees.getSourcePositions().getStartPosition(unit, tree));
      int last = line(trees.getSourcePositions().getEndPosition(unit, tree) - 1);
      String own = typeName + "." + tree.getName();
      methods.add(
          new MethodFigures(own, path, first, last - first + 1, method.complexity, method.deepest));
    }
    method = enclosing;
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    scan(tree.getModifiers(), null);
    types.scan(tree.getType(), null);
    return scan(tree.getInitializer(), null);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    name(tree.getName());
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    name(tree.getIdentifier());
    return super.visitMemberSelect(tree, null);
  }

  @Override
  public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
    method.complexity++;
    scan(tree.getCondition(), null);
    nested(tree.getThenStatement());
    if (tree.getElseStatement() instanceof IfTree) {
      return scan(tree.getElseStatement(), null);
    }
    nested(tree.getElseStatement());
    return null;
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
    scan(tree.getInitializer(), null);
    scan(tree.getCondition(), null);
    scan(tree.getUpdate(), null);
    loop(tree.getStatement());
    return null;
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
    scan(tree.getVariable(), null);
    scan(tree.getExpression(), null);
    loop(tree.getStatement());
    return null;
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
    scan(tree.getCondition(), null);
    loop(tree.getStatement());
    return null;
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
    loop(tree.getStatement());
    return scan(tree.getCondition(), null);
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    for (CaseTree label : tree.getCases()) {
      nested(label);
    }
    return null;
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    for (CaseTree label : tree.getCases()) {
      nested(label);
    }
    return null;
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
    for (CaseLabelTree label : tree.getLabels()) {
      method.complexity += label instanceof DefaultCaseLabelTree ? 0 : 1;
    }
    return super.visitCase(tree, null);
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    scan(tree.getResources(), null);
    nested(tree.getBlock());
    for (CatchTree handler : tree.getCatches()) {
      method.complexity++;
      scan(handler.getParameter(), null);
      nested(handler.getBlock());
    }
    nested(tree.getFinallyBlock());
    return null;
  }

  @Override
  public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    nested(tree.getBlock());
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    scan(tree.getParameters(), null);
    nested(tree.getBody());
    return null;
  }

  @Override
  public @Nullable Void visitConditionalExpression(
      ConditionalExpressionTree tree, @Nullable Void unused) {
    method.complexity++;
    return super.visitConditionalExpression(tree, null);
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
    boolean branches =
        tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR;
    method.complexity += branches ? 1 : 0;
    return super.visitBinary(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    scan(tree.getEnclosingExpression(), null);
    types.scan(tree.getTypeArguments(), null);
    types.scan(tree.getIdentifier(), null);
    scan(tree.getArguments(), null);
    return scan(tree.getClassBody(), null);
  }

  @Override
  public @Nullable Void visitNewArray(NewArrayTree tree, @Nullable Void unused) {
    types.scan(tree.getType(), null);
    scan(tree.getDimensions(), null);
    return scan(tree.getInitializers(), null);
  }

  @Override
  public @Nullable Void visitTypeCast(TypeCastTree tree, @Nullable Void unused) {
    types.scan(tree.getType(), null);
    return scan(tree.getExpression(), null);
  }

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    if (tree.getPattern() != null) {
      return scan(tree.getPattern(), null);
    }
    return types.scan(tree.getType(), null);
  }

  @Override
  public @Nullable Void visitDeconstructionPattern(
      DeconstructionPatternTree tree, @Nullable Void unused) {
    types.scan(tree.getDeconstructor(), null);
    return scan(tree.getNestedPatterns(), null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    types.scan(tree.getTypeArguments(), null);
    scan(tree.getMethodSelect(), null);
    return scan(tree.getArguments(), null);
  }

  @Override
  public @Nullable Void visitParameterizedType(ParameterizedTypeTree tree, @Nullable Void unused) {
    return types.scan(tree, null);
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void unused) {
    types.scan(tree.getAnnotationType(), null);
    return scan(tree.getArguments(), null);
  }
}
