/** STS, as far as it says who one is and how to become somebody of another account. Nobody is refused: there are no permissions here. */
package io.holdfast.sandbox.sts;
