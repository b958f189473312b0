"""Daily returns that anyone can make again: those of `madeUpReturns` in test/engine/made-up.ts, to the last bit."""
import numpy as np


def made_up_returns(seed, rows):
    state = seed

    def draw():
        nonlocal state
        state = state * 48271 % 2147483647
        return state / 2147483647

    for _ in range(10):
        draw()
    return np.array([0.0004 + 0.01 * (draw() + draw() + draw() + draw() - 2) for _ in range(rows)])
