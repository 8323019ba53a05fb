package dev.stint.benchmarks

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** What the programs do, in coroutines on the default dispatcher with Kotlin's channels. */
object KotlinCoroutines {
  private const val YIELDING = 64
  private const val RING = 503
  private const val AT_ONCE = 1000
  private const val CHILDREN = 10

  @JvmStatic
  fun yields(count: Int): Long =
    runBlocking(Dispatchers.Default) {
      (0 until YIELDING).map { async { yieldTimes(count / YIELDING) } }.awaitAll().sum().toLong()
    }

  private suspend fun yieldTimes(count: Int): Int {
    for (i in 0 until count) yield()
    return count
  }

  @JvmStatic
  fun pingPong(count: Int): Long =
    runBlocking(Dispatchers.Default) {
      val there = Channel<Int>()
      val back = Channel<Int>()
      val turns = count / 2
      val other = async {
        for (i in 0 until turns) back.send(there.receive() + 1)
        turns
      }
      var sum = 0L
      for (i in 0 until turns) {
        there.send(i)
        sum += back.receive()
      }
      sum + other.await()
    }

  @JvmStatic
  fun ring(count: Int): Long =
    runBlocking(Dispatchers.Default) {
      val links = (0 until RING).map { Channel<Int>() }
      val all = (0 until RING).map { async { handOn(links[it], links[(it + 1) % RING]) } }
      links[0].send(count)
      all.awaitAll().sum().toLong()
    }

  private suspend fun handOn(input: Channel<Int>, output: Channel<Int>): Int {
    var seen = 0
    while (true) {
      val left = input.receive()
      seen++
      if (left > 1 - RING) output.send(left - 1)
      if (left <= 0) return seen
    }
  }

  @JvmStatic
  fun spawn(count: Int): Long =
    runBlocking(Dispatchers.Default) {
      val some = ArrayList<Deferred<Int>>()
      var sum = 0L
      for (i in 0 until count) {
        some.add(async { 1 })
        if (some.size == AT_ONCE) {
          sum += some.awaitAll().sum()
          some.clear()
        }
      }
      sum
    }

  @JvmStatic
  fun skynet(leaves: Int): Long =
    runBlocking(Dispatchers.Default) {
      val result = Channel<Long>()
      launch { node(result, 0, leaves) }
      result.receive()
    }

  private suspend fun CoroutineScope.node(result: Channel<Long>, first: Long, leaves: Int) {
    if (leaves == 1) {
      result.send(first)
      return
    }
    val results = Channel<Long>()
    val each = leaves / CHILDREN
    for (i in 0 until CHILDREN) launch { node(results, first + i.toLong() * each, each) }
    var sum = 0L
    for (i in 0 until CHILDREN) sum += results.receive()
    result.send(sum)
  }
}
