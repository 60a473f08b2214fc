#!/usr/bin/env python3
"""Times PyTorch's training step of the nets of `olivo bench kernels`, and prints JSON.

    python3 torch_step.py [ROUNDS]        300 rounds by default

Needs PyTorch (Debian: apt install python3-torch). One thread, single precision, on the processor.
Backprop by hand with tensors, without autograd, which only gets slower: tanh units, softmax and
cross-entropy at the outputs, plain steps for a single sample, momentum 0.9 for a batch. What every
step checks in Olivo is checked here too: that output and teaching are finite, that weights stay
within 100. Run it beside `olivo bench kernels --json`, and compare numbers of one sitting only.
"""
import json
import sys
import time

import torch

NETS = [[784, 256, 256, 10], [8, 64, 64, 2]]
BATCHES = [1, 64]
WARM_UP_SECONDS = 1.5
TURN_SECONDS = 0.002
RATE = 1e-3
MOMENTUM = 0.9
BOUND = 100.0


class Step:
    """A net with random samples, and one step on them."""

    def __init__(self, widths, samples):
        torch.manual_seed(1)
        self.samples = samples
        self.weights = [torch.randn(i, j) / i**0.5 for i, j in zip(widths, widths[1:])]
        self.biases = [torch.zeros(j) for j in widths[1:]]
        self.slopes = [torch.zeros_like(w) for w in self.weights]
        self.bias_slopes = [torch.zeros_like(b) for b in self.biases]
        self.x = torch.randn(samples, widths[0])
        best = torch.randn(samples, widths[-1]).argmax(1)
        self.y = torch.nn.functional.one_hot(best, widths[-1]).float()

    def run(self):
        h = [self.x]
        for w, b in zip(self.weights[:-1], self.biases[:-1]):
            h.append(torch.addmm(b, h[-1], w).tanh_())
        o = torch.addmm(self.biases[-1], h[-1], self.weights[-1])
        delta = o.softmax(1).sub_(self.y)
        if not (o.isfinite().all() and delta.isfinite().all()):
            return
        for l in reversed(range(len(self.weights))):
            pre = h[l]
            below = None
            if l > 0:
                below = (delta @ self.weights[l].t()).mul_(1 - pre * pre)
            self.descend(l, pre, delta)
            delta = below

    def descend(self, l, pre, delta):
        share = 1 / self.samples
        if self.samples == 1:
            self.weights[l].addmm_(pre.t(), delta, alpha=-RATE)
            self.biases[l].add_(delta[0], alpha=-RATE)
        else:
            self.slopes[l].addmm_(pre.t(), delta, beta=MOMENTUM, alpha=share)
            self.bias_slopes[l].mul_(MOMENTUM).add_(delta.sum(0), alpha=share)
            self.weights[l].add_(self.slopes[l], alpha=-RATE)
            self.biases[l].add_(self.bias_slopes[l], alpha=-RATE)
        self.weights[l].clamp_(-BOUND, BOUND)
        self.biases[l].clamp_(-BOUND, BOUND)


def micros(step):
    """Time of a step in one turn [us]."""
    step.run()
    steps = 0
    begun = time.perf_counter()
    while True:
        step.run()
        steps += 1
        taken = time.perf_counter() - begun
        if taken >= TURN_SECONDS:
            return taken * 1e6 / steps


def measure(widths, samples, rounds):
    step = Step(widths, samples)
    end = time.perf_counter() + WARM_UP_SECONDS
    while time.perf_counter() < end:
        step.run()
    times = sorted(micros(step) / samples for _ in range(rounds))
    return {
        "net": "-".join(map(str, widths)),
        "batch": samples,
        "us_per_sample_best": times[0],
        "us_per_sample_median": times[rounds // 2],
    }


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    torch.set_num_threads(1)
    with torch.no_grad():
        sizes = [measure(net, batch, rounds) for net in NETS for batch in BATCHES]
    print(json.dumps({"torch": torch.__version__, "rounds": rounds, "sizes": sizes}, indent=2))


if __name__ == "__main__":
    main()
