const box=document.getElementById("find");
if(box){box.parentElement.hidden=false;
const plain=t=>t.normalize("NFD").replace(/[\u0300-\u036f]/g,"").replace(/đ/gi,"d").toLowerCase();
const rows=[...document.querySelectorAll("#all tbody tr")].map(r=>[r,plain(r.textContent)]);
box.addEventListener("input",()=>{const words=plain(box.value).split(/\s+/).filter(Boolean);
for(const[row,text]of rows)row.hidden=!words.every(w=>text.includes(w))});
document.addEventListener("keydown",e=>{if(e.key==="/"&&document.activeElement!==box){e.preventDefault();box.focus()}})}
