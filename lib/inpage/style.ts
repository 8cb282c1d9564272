/**
 * The look of what we put on a page of others: px alone, every property of ours. The colours are those of
 * components/tokens.css in both schemes; which one is drawn follows the page around the button, not the system.
 */
export const style = `
:host{all:initial;display:inline-block;vertical-align:middle;max-inline-size:100%;color-scheme:light}
:host([data-dark]){color-scheme:dark}
:host([data-row]){display:block;margin-block-end:8px}
button{box-sizing:border-box;display:inline-flex;align-items:center;gap:8px;max-inline-size:100%;block-size:var(--height,36px);
margin:0;padding:0 12px;border:1px solid light-dark(oklch(0.46 0.082 196),oklch(0.79 0.095 190));border-radius:6px;cursor:pointer;
background:light-dark(oklch(0.46 0.082 196),oklch(0.79 0.095 190));color:light-dark(oklch(0.99 0.008 196),oklch(0.21 0.03 196));
font:500 14px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
button:hover{background:light-dark(oklch(0.4 0.075 197),oklch(0.85 0.085 190))}
button:focus-visible{outline:2px solid light-dark(oklch(0.46 0.082 196),oklch(0.79 0.095 190));outline-offset:2px}
button[data-quiet],button[data-quiet]:hover{background:light-dark(oklch(1 0 0),oklch(0.24 0.01 215));color:light-dark(oklch(0.25 0.015 220),oklch(0.945 0.006 200));
border-color:light-dark(oklch(0.62 0.012 200),oklch(0.58 0.015 210))}
button[data-quiet]:hover{background:light-dark(oklch(0.962 0.005 106),oklch(0.28 0.011 215))}
svg{flex:none}
span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
[role=status]{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
iframe{position:fixed;inset-block:0;inset-inline-end:0;z-index:2147483647;box-sizing:border-box;inline-size:440px;max-inline-size:100vw;
block-size:100%;border:0;background:light-dark(oklch(0.988 0.003 106),oklch(0.2 0.009 215));
box-shadow:0 1px 2px oklch(0.3 0.03 220 / 0.08),0 8px 28px oklch(0.3 0.03 220 / 0.16)}
@media (prefers-reduced-motion:no-preference){iframe{animation:come 140ms ease-out}}
@keyframes come{from{opacity:0;translate:16px}}
`
