/**
 * Learning from reward, sample by sample, with local rules.
 *
 * <p>{@link io.olivo.learning.reward.RewardLearner} is the door, with an {@link
 * io.olivo.learning.reward.ActionSpace}; {@link io.olivo.learning.reward.RewardDriven} puts one
 * into a control loop, {@link io.olivo.learning.reward.PathLearner} beside a learner from error,
 * whose paths it chooses.
 *
 * <p>{@link io.olivo.learning.reward.GranuleActorCritic}: actor and critic as linear readouts of
 * fixed random granules. Its parts, in the order of a step:
 *
 * <table>
 * <caption>G groups, A active traces, some ten times G</caption>
 * <tr><th>class</th><th>source</th><th>what teaches it</th><th>cost of a step</th></tr>
 * <tr><td>RunningNorm</td><td>Welford 1962</td><td>observations</td><td>inputs</td></tr>
 * <tr><td>WinnerTakeAll, CandidateGrid</td><td>Albus 1971, Maass 2000</td><td>nothing</td>
 *     <td>4 to 8 distances per group</td></tr>
 * <tr><td>BoundedPolicy, HeldNoise</td><td>Williams 1992, Uhlenbeck and Ornstein 1930</td>
 *     <td>nothing</td><td>outputs</td></tr>
 * <tr><td>SoftmaxPolicy</td><td>Sutton and Barto 2018</td><td>nothing</td><td>choices</td></tr>
 * <tr><td>RewardScale</td><td>Engstrom et al. 2020</td><td>reward</td><td>1</td></tr>
 * <tr><td>SparseTraces</td><td>Singh and Sutton 1996</td><td>activity, and what was done</td>
 *     <td>A (1 + outputs)</td></tr>
 * <tr><td>TemporalDifferenceCritic</td><td>Sutton and Barto 2018</td><td>TD error</td>
 *     <td>A + 3 G</td></tr>
 * <tr><td>ThreeFactorActor</td><td>Barto, Sutton and Anderson 1983, Fremaux and Gerstner 2016</td>
 *     <td>TD error, broadcast</td><td>(A + G) outputs</td></tr>
 * <tr><td>Settling</td><td>ours</td><td>being told of another body</td><td>1</td></tr>
 * <tr><td>GranuleReadout</td><td>Polyak and Juditsky 1992</td><td>the live weights</td>
 *     <td>a part in 32 of the weights</td></tr>
 * </table>
 *
 * <p>Off unless {@link io.olivo.learning.reward.GranuleConfig} asks for them:
 *
 * <ul>
 *   <li>GranuleModel (ForwardModel, RewardGoal, RewardQuantile, LeastSquaresCommand): a command
 *       from a forward model, in ModelGuidance; CommandGate lets it through where it is measured to
 *       help.
 *   <li>InputRelevance (Breiman 2001): which inputs the model needs, if {@link
 *       io.olivo.learning.reward.ModelUse} asks for it.
 *   <li>Horizon: how far it looks ahead, by how far terminal states lie apart.
 *   <li>BodyBank of BankSlots: remembers what was learned with every body met.
 *   <li>ChangeWatch of MeanShifts: restarts the held noise when things get worse.
 * </ul>
 */
@NullMarked
package io.olivo.learning.reward;

import org.jspecify.annotations.NullMarked;
