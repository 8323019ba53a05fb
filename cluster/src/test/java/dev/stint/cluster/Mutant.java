package dev.stint.cluster;

import java.util.Optional;

/** The protocol with one rule taken away; the simulation must notice each. */
enum Mutant {
  NONE,
  STAGED_EARLY(Rule.WHOLE_IMAGE_BEFORE_STAGED),
  EPOCH_REUSE(Rule.FRESH_EPOCH_PER_ATTEMPT),
  RESUME_ANY(Rule.EXACT_RESUME),
  STAGED_ANY(Rule.EXACT_STAGED),
  DISCARD_ANY(Rule.EXACT_DISCARD),
  NO_FREEZE(Rule.FROZEN_MEANS_FROZEN),
  UNILATERAL(Rule.SUPERSEDE_ONLY_BY_FREEZE_OR_FENCE),
  NO_INCARNATION(Rule.NEW_INCARNATION_PER_LIFE),
  LATE_REGISTRATION(Rule.FORMER_PROCESSES_REMEMBERED),
  STALE_PREPARE(Rule.STALE_ATTEMPTS_IGNORED),
  COMMIT_TO_FENCED(Rule.FENCED_TARGET_CANNOT_COMMIT),
  NO_TOMBSTONE(Rule.TOMBSTONES),
  NO_REDRIVE(Rule.ORDERS_OWED_UNTIL_DONE),
  /** Without R7: orders leave before the command is in the log. */
  SEND_BEFORE_LOG,
  /** Without {@link Command.CellsStarted}'s rule: a parent leaves before its children are known. */
  UNREPORTED_BIRTHS;

  private final Rules rules;

  Mutant() {
    this.rules = Rules.ALL;
  }

  Mutant(Rule without) {
    this.rules = new Rules(without);
  }

  Rules rules() {
    return rules;
  }

  /** The rule of the machines that it lacks; those of the simulated surroundings have none. */
  Optional<Rule> without() {
    return Optional.ofNullable(rules.without());
  }
}
