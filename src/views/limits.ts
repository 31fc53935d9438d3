/** The limits of Slack that our views come near, in characters unless said otherwise. */
export const LIMITS = {
  plainText: 2_000,
  sectionText: 3_000,
  fieldText: 2_000,
  headerText: 150,
  buttonText: 75,
  optionText: 75,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  modalTitle: 24,
  altText: 2_000,
  /** A message's top-level text: longer is cut when the message is edited. */
  messageText: 4_000,
  /** Options in a menu, number. */
  options: 100,
  /** Rows of a data table without its header, number; Slack's documents differ, this is the lower figure. */
  tableRows: 100,
} as const
