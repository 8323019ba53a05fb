package dev.stint.benchmarks

import kotlin.coroutines.Continuation
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.resume
import kotlin.coroutines.startCoroutine

/** Kotlin's own continuations, without a dispatcher: what [dev.stint.benchmarks.programs.Pausing] does. */
class KotlinPausing private constructor() : Continuation<Unit> {
  private var next: Continuation<Unit>? = null
  private var turns = 0L

  override val context: CoroutineContext = EmptyCoroutineContext

  override fun resumeWith(result: Result<Unit>) = result.getOrThrow()

  /** Runs to the next pause. */
  fun run() = next!!.resume(Unit)

  private suspend fun pause(): Unit = suspendCoroutineUninterceptedOrReturn {
    next = it
    COROUTINE_SUSPENDED
  }

  private suspend fun at(depth: Int): Int {
    if (depth > 1) return at(depth - 1) + 1
    while (true) {
      pause()
      turns++
    }
  }

  private suspend fun ofKind(kind: Int) {
    when (kind) {
      0 -> counting()
      1 -> summing(kind)
      2 -> shifting(3L)
      3 -> halving(1.0)
      4 -> naming("x")
      5 -> filling(IntArray(4))
      6 -> adding(1, 2L)
      else -> scaling(1f, "y")
    }
  }

  private suspend fun counting() {
    while (true) {
      pause()
      turns++
    }
  }

  private suspend fun summing(start: Int) {
    var sum = start
    while (true) {
      pause()
      sum++
      turns = sum.toLong()
    }
  }

  private suspend fun shifting(start: Long) {
    var bits = start
    while (true) {
      pause()
      bits = (bits shl 1) or 1
      turns = bits
    }
  }

  private suspend fun halving(start: Double) {
    var value = start
    while (true) {
      pause()
      value *= 0.5
      turns = value.toLong()
    }
  }

  private suspend fun naming(name: String) {
    while (true) {
      pause()
      turns += name.length
    }
  }

  private suspend fun filling(cells: IntArray) {
    var next = 0
    while (true) {
      pause()
      cells[next and 3] = next
      next++
    }
  }

  private suspend fun adding(step: Int, start: Long) {
    var sum = start
    while (true) {
      pause()
      sum += step
      turns = sum
    }
  }

  private suspend fun scaling(factor: Float, name: String) {
    var value = 1f
    while (true) {
      pause()
      value = value * factor + name.length
      turns = value.toLong()
    }
  }

  companion object {
    @JvmStatic
    fun atDepth(depth: Int): KotlinPausing = started { at(depth) }

    @JvmStatic
    fun ofKind(kind: Int): KotlinPausing = started { ofKind(kind) }

    private fun started(code: suspend KotlinPausing.() -> Any): KotlinPausing {
      val made = KotlinPausing()
      val body: suspend () -> Unit = { made.code() }
      body.startCoroutine(made)
      return made
    }
  }
}
