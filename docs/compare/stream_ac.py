"""Stream AC(lambda) in PyTorch on Pendulum-v1, to compare what a step costs.

    delta = r + gamma v(x') - v(x)
    z     = gamma lambda z + grad                    critic: v;  actor: log p + tau sgn(delta) H
    M     = alpha kappa max(|delta|, 1) |z|_1        kappa 2 for the critic, 3 for the actor
    w    += min(alpha, alpha/M) delta z              gamma .99, lambda .8, alpha 1, tau .01

Two nets of 2 x 128 leaky rectified units with layer normalisation; nine tenths of the first weights
are zero. Written from the equations of Elsayed, Vasan and Mahmood (2024), arXiv 2410.14606.

Answers every line with a number of steps with the processor seconds that they took, as
"olivo bench reward-cost --beside" asks. Needs PyTorch: apt install python3-torch, or pip install torch.
"""

import math
import random
import sys
import time

import torch
from torch import nn
from torch.nn import functional

GAMMA, LAMBDA, ALPHA, TAU, HIDDEN = 0.99, 0.8, 1.0, 0.01, 128
LIMIT = 2.0


def sparse(inputs, outputs):
    """A layer nine tenths of whose weights are zero, drawn anew for every unit."""
    layer = nn.Linear(inputs, outputs)
    bound = 1 / math.sqrt(inputs)
    with torch.no_grad():
        layer.bias.zero_()
        layer.weight.uniform_(-bound, bound)
        for row in layer.weight:
            row[torch.randperm(inputs)[: math.ceil(0.9 * inputs)]] = 0
    return layer


class Net(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.first = sparse(inputs, HIDDEN)
        self.second = sparse(HIDDEN, HIDDEN)
        self.last = sparse(HIDDEN, outputs)

    def forward(self, x):
        for layer in (self.first, self.second):
            x = layer(x)
            x = functional.leaky_relu(functional.layer_norm(x, x.shape))
        return self.last(x)


class Traces:
    """Overshoot-bounded gradient descent along eligibility traces."""

    def __init__(self, net, kappa):
        self.weights = list(net.parameters())
        self.traces = [torch.zeros_like(w) for w in self.weights]
        self.kappa = kappa

    @torch.no_grad()
    def step(self, delta, reset):
        size = 0.0
        for w, z in zip(self.weights, self.traces):
            z.mul_(GAMMA * LAMBDA).add_(w.grad)
            size += z.abs().sum().item()
        overshoot = ALPHA * self.kappa * max(abs(delta), 1.0) * size
        rate = ALPHA / max(overshoot, 1.0)
        for w, z in zip(self.weights, self.traces):
            w.add_(z, alpha=rate * delta)
            if reset:
                z.zero_()


class Spread:
    """Running mean and variance of some numbers."""

    def __init__(self, size):
        self.count, self.mean, self.sum = 0, torch.zeros(size), torch.zeros(size)

    def add(self, x):
        self.count += 1
        off = x - self.mean
        self.mean = self.mean + off / self.count
        self.sum = self.sum + off * (x - self.mean)

    def deviation(self):
        variance = self.sum / (self.count - 1) if self.count > 1 else torch.ones_like(self.sum)
        return torch.sqrt(variance + 1e-8)


class Pendulum:
    def reset(self):
        self.angle, self.rate, self.steps = random.uniform(-math.pi, math.pi), random.uniform(-1, 1), 0
        return self.seen()

    def seen(self):
        return torch.tensor([math.cos(self.angle), math.sin(self.angle), self.rate])

    def step(self, torque):
        u = max(-LIMIT, min(LIMIT, torque))
        angle = (self.angle + math.pi) % (2 * math.pi) - math.pi
        reward = -(angle**2 + 0.1 * self.rate**2 + 0.001 * u**2)
        rate = self.rate + (15 * math.sin(self.angle) + 3 * u) * 0.05
        self.rate = max(-8.0, min(8.0, rate))
        self.angle += self.rate * 0.05
        self.steps += 1
        return self.seen(), reward, self.steps >= 200


class Learner:
    def __init__(self, inputs):
        self.actor, self.critic = Net(inputs, 2), Net(inputs, 1)
        self.actor_traces, self.critic_traces = Traces(self.actor, 3), Traces(self.critic, 2)
        self.inputs, self.returns = Spread(inputs), Spread(1)
        self.discounted = torch.zeros(1)

    def scaled(self, x):
        self.inputs.add(x)
        return (x - self.inputs.mean) / self.inputs.deviation()

    def act(self, x):
        mean, width = self.actor(x)
        self.policy = torch.distributions.Normal(mean, functional.softplus(width) + 1e-3)
        self.action = self.policy.sample()
        return LIMIT * self.action.item()

    def learn(self, x, reward, following, last):
        self.discounted = GAMMA * self.discounted + reward
        self.returns.add(self.discounted)
        if last:
            self.discounted = torch.zeros(1)
        reward = reward / self.returns.deviation().item()
        value = self.critic(x)
        with torch.no_grad():
            delta = (reward + GAMMA * self.critic(following) - value).item()
        self.critic.zero_grad()
        value.backward()
        self.critic_traces.step(delta, last)
        bonus = TAU * math.copysign(1, delta) * self.policy.entropy()
        self.actor.zero_grad()
        (self.policy.log_prob(self.action) + bonus).backward()
        self.actor_traces.step(delta, last)


def main():
    torch.set_num_threads(1)
    torch.manual_seed(1)
    random.seed(1)
    task, learner = Pendulum(), Learner(3)
    x = learner.scaled(task.reset())
    for line in sys.stdin:
        begun = time.thread_time()
        for _ in range(int(line)):
            seen, reward, last = task.step(learner.act(x))
            following = learner.scaled(seen)
            learner.learn(x, reward, following, last)
            x = learner.scaled(task.reset()) if last else following
        print(time.thread_time() - begun, flush=True)


if __name__ == "__main__":
    main()
