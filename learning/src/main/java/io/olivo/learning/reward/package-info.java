/** Learning from reward, sample by sample, with local rules. */
@NullMarked
package io.olivo.learning.reward;

import org.jspecify.annotations.NullMarked;
