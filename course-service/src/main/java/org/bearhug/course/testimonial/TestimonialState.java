package org.bearhug.course.testimonial;

/** Whether a carer's words are shown. */
enum TestimonialState {
    /** The instructor has not chosen yet. */
    WAITING,
    /** Everybody reads them. */
    PUBLISHED,
    /** The instructor chose not to show them; the carer may still read and withdraw them. */
    HIDDEN
}
