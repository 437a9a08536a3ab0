import type { PrivacyConsent } from './capabilities'

/** A browser asks for camera and files itself, each time. */
export const privacyConsent: PrivacyConsent = { buttonId: '', watch: () => {}, readMore: () => {} }
