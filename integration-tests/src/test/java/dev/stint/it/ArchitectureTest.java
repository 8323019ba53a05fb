package dev.stint.it;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the arrows between modules, and libraries at the edges. */
class ArchitectureTest {
  /** A module's root package and the module packages it may know besides itself. */
  private record Arrow(String from, String... to) {}

  private static final String API = "dev.stint";
  private static final String SPI = "dev.stint.spi";
  private static final String SUPPORT = "dev.stint.support";
  private static final String IMAGE = "dev.stint.image..";
  private static final String ABI = "dev.stint.abi";
  private static final String TRANSFORMER = "dev.stint.transformer..";
  private static final String RUNTIME = "dev.stint.runtime..";
  private static final String CLUSTER = "dev.stint.cluster..";
  private static final String PROTO = "dev.stint.proto..";
  private static final String NODE = "dev.stint.node..";
  private static final String COORDINATOR = "dev.stint.coordinator..";
  private static final String CLIENT = "dev.stint.client..";
  private static final String EMBEDDED = "dev.stint.embedded..";
  private static final String CLI = "dev.stint.cli..";
  private static final String EXAMPLES = "dev.stint.examples..";

  private static final List<Arrow> ARROWS =
      List.of(
          new Arrow(API, SPI),
          new Arrow(SPI, API),
          new Arrow(IMAGE, API, SPI),
          new Arrow(ABI),
          new Arrow(TRANSFORMER, ABI),
          new Arrow(SUPPORT, API, SPI),
          new Arrow(RUNTIME, API, SPI, IMAGE, ABI, TRANSFORMER, SUPPORT),
          new Arrow(CLUSTER),
          new Arrow(PROTO),
          new Arrow(NODE, CLUSTER, RUNTIME, PROTO, API, SPI, IMAGE),
          new Arrow(COORDINATOR, CLUSTER, PROTO),
          new Arrow(CLIENT, API, SPI, IMAGE, PROTO),
          new Arrow(EMBEDDED, NODE, COORDINATOR, CLIENT),
          new Arrow(EXAMPLES, API, CLIENT),
          new Arrow(CLI, CLIENT, PROTO, API));

  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.stint");
  }

  @TestFactory
  Stream<DynamicTest> a_module_knows_only_what_its_arrows_allow() {
    return ARROWS.stream()
        .map(arrow ->
            DynamicTest.dynamicTest(
                arrow.from(),
                () -> {
                  String[] allowed =
                      Stream.concat(Stream.of(arrow.from()), Stream.of(arrow.to()))
                          .toArray(String[]::new);
                  noClasses()
                      .that(resideInAPackage(arrow.from()))
                      .should()
                      .dependOnClassesThat(
                          resideInAPackage("dev.stint..").and(resideInAnyPackage(allowed).negate()))
                      .check(classes);
                }));
  }

  @Test
  void kryo_stays_in_the_image_module() {
    onlyFrom("com.esotericsoftware..", IMAGE);
  }

  @Test
  void hazelcast_microraft_jetty_micrometer_and_grpc_stay_at_their_edges() {
    onlyFrom("com.hazelcast..", "dev.stint.coordinator.hazelcast..");
    onlyFrom("io.microraft..", "dev.stint.coordinator.raft..");
    onlyFrom("org.eclipse.jetty..", "dev.stint.coordinator.jetty..");
    onlyFrom("io.micrometer..", "dev.stint.coordinator.micrometer..");
    onlyFrom(
        "io.grpc..",
        PROTO,
        "dev.stint.coordinator.grpc..",
        "dev.stint.node.grpc..",
        "dev.stint.client.grpc..");
  }

  @Test
  void the_class_file_api_stays_in_the_transformer() {
    onlyFrom("java.lang.classfile..", TRANSFORMER);
  }

  @Test
  void the_cluster_module_has_no_clock_thread_or_socket() {
    noClasses()
        .that(resideInAPackage(CLUSTER))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.util.concurrent..",
                "java.net..",
                "java.nio.channels..",
                "java.util.logging..",
                "java.util.random.."))
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.type(java.util.Random.class))
        .check(classes);
  }

  @Test
  void packages_have_no_cycles_between_modules() {
    SlicesRuleDefinition.slices()
        .matching("dev.stint.(node|coordinator|client|embedded|cli|examples|cluster|transformer)..")
        .should()
        .beFreeOfCycles()
        .check(classes);
  }

  private static void onlyFrom(String library, String... edges) {
    classes()
        .that(resideInAPackage("dev.stint..").and(resideInAnyPackage(edges).negate()))
        .and()
        .doNotHaveFullyQualifiedName("dev.stint.node.Node") // wires the edges together
        .should()
        .onlyDependOnClassesThat(resideOutsideOfPackage(library))
        .check(classes);
  }
}
