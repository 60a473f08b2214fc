"""Writes the trajectories that TrajectoryTest compares with: of Gymnasium's own environments, and of
two tasks from their mass matrices. Needs gymnasium and numpy.

  python3 sim/src/test/bench/trajectories.py sim/src/test/resources/io/olivo/sim/task
"""
import sys
import gymnasium, numpy as np
from gymnasium import spaces

out = sys.argv[1]

def write(name, source, steps):
    with open(f"{out}/{name}.csv", "w") as f:
        f.write(f"# {name}, {source}\n# action..., reward, terminated, state...; first line: where it begins\n")
        for row in steps:
            f.write(",".join("%.13g" % float(v) for v in row) + "\n")

def gym(name, begin, policy, cont=False):
    env = gymnasium.make(name).unwrapped
    env.reset(seed=1)
    if cont:
        env.action_space = spaces.Box(-9.0, 9.0, (1,), np.float64)
    env.state = np.array(begin, dtype=np.float64)
    rows = [[0, 0, 0, *begin]]
    for i in range(200):
        a = policy(i, env.state)
        _, r, te, tr, _ = env.step(np.array([a]) if cont else a)
        rows.append([a, r, te, *np.asarray(env.state).reshape(-1)])
        if te: break
    print(name, len(rows) - 1, te)
    write(name, f"Gymnasium {gymnasium.__version__}, numpy {np.__version__}", rows)

gym("CartPole-v1", [.03, -.02, .04, .01], lambda i, s: int(.05*s[0]+.1*s[1]+s[2]+.3*s[3] > 0))
gym("Pendulum-v1", [2.7, -.4], lambda i, s: (2.5 if i % 40 < 20 else -1.25)*(1 if s[1]*1.0 >= 0 else -1), True)
gym("Acrobot-v1", [.05, -.03, .08, -.02], lambda i, s: 2 if s[3] > 0 else 0 if i % 7 else 1)
gym("MountainCarContinuous-v0", [-.53, 0], lambda i, s: (.875 if s[1] >= 0 else -.625), True)

def swing(begin, steps):
    s = np.array(begin); rows = [[0, 0, 0, *s]]
    for i in range(steps):
        a = (1 if i % 50 < 25 else -1) * (.75 if i % 10 else .25)
        for _ in range(2):
            x, v, th, w = s
            m, l, mc, g = .1, .5, 1., 9.81
            # without the damping, which acts on the pole and is felt by the cart
            M = np.array([[mc + m, m*l*np.cos(th)], [m*l*np.cos(th), 4/3*m*l*l]])
            free = np.linalg.solve(M, [10*a + m*l*w*w*np.sin(th), m*g*l*np.sin(th)])
            damping = -.02*w
            v += .01*(free[0] - m*l*np.cos(th)/(mc + m)*damping)
            w = np.clip(w + .01*(free[1] + damping), -20, 20)
            x += .01*v; th += .01*w
            if x > 2.4: x, v = 2.4, min(v, 0)
            if x < -2.4: x, v = -2.4, max(v, 0)
            s = np.array([x, v, th, w])
        q = s[0]/2.4
        r = .5*(1+np.cos(s[2]))*(1-.5*q*q) - .01*a*a - (.3 if abs(s[0]) >= 2.4 else 0)
        rows.append([a, r, 0, *s])
    write("CartPoleSwingUp", f"mass matrix in numpy {np.__version__}", rows)

def reacher(begin, steps):
    s = np.array(begin); rows = [[0, 0, 0, 0, *s]]
    for i in range(steps):
        a = np.array([.75*np.sin(.1*i), .5*np.cos(.17*i)]).round(3)
        for _ in range(4):
            q1, q2, w1, w2 = s[:4]
            l1, m, c1, c2, J, b = .1, .05, .05, .055, 2e-4, .003
            I = m*.11**2/12
            # kinetic energy from the Jacobians of the two centres of mass
            J1 = np.array([[-c1*np.sin(q1), 0], [c1*np.cos(q1), 0]])
            J2 = np.array([[-l1*np.sin(q1)-c2*np.sin(q1+q2), -c2*np.sin(q1+q2)],
                           [l1*np.cos(q1)+c2*np.cos(q1+q2), c2*np.cos(q1+q2)]])
            M = m*J1.T@J1 + m*J2.T@J2 + I*np.outer([1,0],[1,0]) + I*np.outer([1,1],[1,1]) + J*np.eye(2)
            k = m*l1*c2*np.sin(q2)
            coriolis = np.array([-k*(2*w1*w2 + w2*w2), k*w1*w1])
            dw = np.linalg.solve(M, .03*a - b*np.array([w1, w2]) - coriolis)
            w1, w2 = np.clip(np.array([w1, w2]) + .005*dw, -30, 30)
            q1 += .005*w1; q2 += .005*w2
            if q2 > 2.8: q2, w2 = 2.8, min(w2, 0)
            if q2 < -2.8: q2, w2 = -2.8, max(w2, 0)
            s = np.array([q1, q2, w1, w2, *s[4:]])
        hand = np.array([l1*np.cos(s[0])+.11*np.cos(s[0]+s[1]), l1*np.sin(s[0])+.11*np.sin(s[0]+s[1])])
        d = np.linalg.norm(hand - s[4:])
        rows.append([*a, -10*d - .02*(a@a), 0, *s])
    write("Reacher2", f"mass matrix from Jacobians in numpy {np.__version__}", rows)

swing([.2, 0, 3.0, .05], 200)
reacher([.5, 1.0, 0, 0, .1, -.08], 50)
