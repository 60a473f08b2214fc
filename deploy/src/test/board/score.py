#!/usr/bin/env python3
"""What telemetry says, as written by mosquitto_sub -F '%t %p'.

  score.py FILE ROBOT newest            robot time [s] and state of the newest frame
  score.py FILE ROBOT error FROM TO     rms tracking error [mrad] between two robot times [s] of that session
"""
import json
import math
import sys


def frames(path, robot):
    """Those of the newest session."""
    session, all_frames = None, []
    with open(path, encoding='utf-8', errors='replace') as lines:
        for line in lines:
            topic, _, payload = line.partition(' ')
            if topic != f'olivo/v1/{robot}/telemetry':
                continue
            try:
                frame = json.loads(payload)
            except ValueError:  # the last may be half written
                continue
            if frame['session'] != session:
                session, all_frames = frame['session'], []
            all_frames.append(frame)
    return all_frames


def main():
    path, robot, what = sys.argv[1:4]
    found = frames(path, robot)
    if what == 'newest':
        newest = found[-1] if found else {'time_ns': 0, 'state': 'silent'}
        print(f"{newest['time_ns'] * 1e-9:.3f} {newest.get('state', '')}")
    elif what == 'error':
        begin, end = float(sys.argv[4]), float(sys.argv[5])
        # health[0] is the rms of the half second before the frame.
        errors = [frame['health'][0] for frame in found
                  if begin + .5 <= frame['time_ns'] * 1e-9 <= end and 'health' in frame]
        print(f'{1e3 * math.sqrt(sum(e * e for e in errors) / len(errors)):.3f}' if errors else 'nan')


main()
