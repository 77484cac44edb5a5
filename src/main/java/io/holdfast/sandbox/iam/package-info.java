/**
 * IAM, as far as it says what somebody may do: policies are put on roles and users, and the simulation tells what they come to.
 * Nobody is refused anything because of them: to be refused is a fault that a test asks for. Who has no policy may do all.
 */
package io.holdfast.sandbox.iam;
