/**
 * The questions we ask of AWS, each as a loader that knows its API's batch size, paging and way of saying "not there".
 *
 * <p>Hands out the SDK's own objects: what they mean is for the kinds. The alternative, a loader inside each kind, was
 * turned down because kinds share questions: a task definition's kind asks for services, a service's for scalable
 * targets.
 */
package io.holdfast.aws.load;
