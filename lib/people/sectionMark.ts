/** Between a course and one of its sections, in what the service calls a section. */
export const SECTION_MARK = ' › '
