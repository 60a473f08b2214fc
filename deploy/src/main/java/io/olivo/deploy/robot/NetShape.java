package io.olivo.deploy.robot;

import java.util.List;
import java.util.Optional;

/**
 * A layered net that learns.
 *
 * @param feedback how hidden layers are told their error, unless something is perturbed
 * @param perturb what is perturbed instead, if anything
 * @param hidden units of each hidden layer
 * @param replay how many pairs are kept to be learned again; 0 for none
 */
public record NetShape(
    NetFeedback feedback, Optional<NetPerturb> perturb, List<Integer> hidden, int replay) {}
